"""The stage simulator that the model learns from. Training and evaluation only: a running world never touches it."""
