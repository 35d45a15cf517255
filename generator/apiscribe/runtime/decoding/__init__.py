"""What a server sent back: unpacked, typed, or turned into the error that it stands for."""
