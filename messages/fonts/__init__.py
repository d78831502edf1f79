"""Inter for Latin script, and the press that sets pictures and reports with it."""
