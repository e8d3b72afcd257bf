"""The sources known, each a TOML file: its name, the headers that give it away, its habits."""
