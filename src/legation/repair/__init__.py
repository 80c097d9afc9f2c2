"""Raw text in, mended text out, with the way back."""
