"""What is said: replies of the conversation turned into text, buttons and documents, by language."""
