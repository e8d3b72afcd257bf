"""The law: dated acts with their sources, the rules, the fees and the calendar."""
