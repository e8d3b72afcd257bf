"""The nouns of open licensing: frozen values, standard library and python-stdnum only."""
