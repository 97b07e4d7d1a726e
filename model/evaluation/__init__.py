"""What the world model is judged by: one module a question, figures as plain values, one Markdown table each.

`python -m model.evaluate` asks them all. Evaluation only: a running world never touches it.
"""
