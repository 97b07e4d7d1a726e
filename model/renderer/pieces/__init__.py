"""Set pieces: whole things to stand about, each from a few numbers and a generator.

They know of no setting and no stage. Every piece stands on y = 0 around the origin and faces +z; `Mesh.part` says
what a surface is (`model.renderer.scenery`).
"""
