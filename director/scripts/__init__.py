"""Episodes as text: scripts and HappyOyster scriptlists read, played and written back, and the formats to hand over.
"""
