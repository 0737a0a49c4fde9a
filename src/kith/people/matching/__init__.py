"""Who might this be? Pure: names, birth dates, places and numbers compared, weighed and said in words. It joins nobody.

What is here knows no database, so that one model is the same online, in batch and in a test.
"""
