"""The only door to a cluster: what runs of a release, and whether it is as it should be.

What talks (``connection``, ``client``, ``feed``) is apart from what judges (``rollout``, ``reasons``, ``picture``,
``waiting``): a judge takes objects as plain data, and says a verdict in words.
"""
