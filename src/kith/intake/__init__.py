"""Contact in, history read, threshold decided."""
