"""site: files that a bundler made, behind nginx. Every choice carries its reason."""

from chartgen import EmptyDir, Preset, Volume

preset = Preset(
    name="site",
    version="1.3.0",
    description="Files behind nginx, in the image ghcr.io/acme/nginx.",
    extends=["chartgen/static-site", "server"],
    # nginx tells its metrics only with a module that the image does not have; the edge counts its requests.
    monitor=None,
    # The file system of the image is read-only, and nginx buffers on disk.
    volumes={"cache": Volume(mounts=["/var/cache/nginx"], empty_dir=EmptyDir(size_limit="64Mi"))},
)
