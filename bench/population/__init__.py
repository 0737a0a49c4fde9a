"""An invented population: families of many name cultures, twins, moves, and the ways records of one person come to differ.

Nobody in it exists. NHS numbers are of the range kept for test data (beginning with 9); postcodes are of areas that do
not exist.
"""
