"""What a person does: draft, check, keep, print, hand on. The two front ends know only this."""
