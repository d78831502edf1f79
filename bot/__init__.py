"""Where the chatbot lives: settings, storage, Telegram, the terminal and the command line."""
