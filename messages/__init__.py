"""What is said: replies as text, buttons and documents, in the language of the person."""
