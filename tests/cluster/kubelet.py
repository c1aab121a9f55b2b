"""A node that is there as far as logs go: the API server asks it for them, as it asks a kubelet."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.cluster.api import Api, Manifest
from tests.cluster.plane import until

NAME = "node-with-logs"
LABELS = {
    "kubernetes.io/arch": "amd64",
    "kubernetes.io/hostname": NAME,
    "kubernetes.io/os": "linux",
    "test/logs": "yes",
    "topology.kubernetes.io/zone": "zone-1",
}


@contextmanager
def kubelet(api: Api, certs: Path, log: str) -> Iterator[list[str]]:
    """Says this log of every container; yields what it was asked for, and is a node as long as the block runs."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            body = log.encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certs / "apiserver.crt", certs / "apiserver.key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    node = _node(server.server_address[1])
    api.create(node)
    until(lambda: api.get(node)["status"].get("conditions"))  # kwok takes the address away when it makes the node ready
    api.patch(node, {"status": {"addresses": node["status"]["addresses"]}}, part="/status")
    try:
        yield asked
    finally:
        api.delete(node)
        server.shutdown()
        thread.join()
        server.server_close()


def _node(port: int) -> Manifest:
    room = {"cpu": "8", "ephemeral-storage": "100Gi", "memory": "16Gi", "pods": "10"}
    return {
        "apiVersion": "v1",
        "kind": "Node",
        "metadata": {"name": NAME, "annotations": {"kwok.x-k8s.io/node": "fake"}, "labels": LABELS},
        "status": {
            "allocatable": room,
            "capacity": room,
            "addresses": [{"type": "InternalIP", "address": "127.0.0.1"}],
            "daemonEndpoints": {"kubeletEndpoint": {"Port": port}},
        },
    }
