"""What is answered to a request that cannot be read: most often, words too long to send at once."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render

#: Bytes of a word on its way: a letter that is not Latin travels as six. Rounded, so that nobody writes up to the limit.
BYTES_A_WORD, ROUNDED_TO = 50, 10_000
#: How much of what is refused is still taken in, so that the browser hears the answer: past it, it is cut off.
PIECE, PIECES = 64 * 1024, 1600


def not_read(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page of ours that says what to do. Nothing of what was sent is kept or shown."""
    too_long = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    if too_long:
        _let_it_arrive(request)
    words = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // BYTES_A_WORD // ROUNDED_TO * ROUNDED_TO
    return render(request, "400.html", {"too_long": too_long, "words": f"{words:,}"}, status=400)


def _let_it_arrive(request: HttpRequest) -> None:
    """A browser that is still sending shows no answer, only that the connection broke."""
    try:
        for _ in range(PIECES):
            if not request.read(PIECE):
                return
    except UnreadablePostError:
        return
