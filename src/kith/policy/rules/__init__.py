"""One file per rule, named as the sentence it keeps. A rule leans on readings and standards, never on another rule."""
