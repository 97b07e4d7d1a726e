"""The studio's screens: panels of a Gradio page over a `Director`. `app.build_studio` puts them together.

`views` turns a story into plain data for the panels and knows no Gradio; `panels` are the custom components, drawn by
`assets/`; `handlers` answer what an author does; `work` runs what takes long; `media` keeps what browsers may fetch.
Nothing here knows how a sentence is understood or a world is moved.
"""
