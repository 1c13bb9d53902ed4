"""A proxy before the test server: it cuts connections after so many bytes, and speaks TLS if given a certificate."""

from __future__ import annotations

import datetime
import ipaddress
import select
import socket
import ssl
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"


class Proxy:
    """Relays connections to `port`. The first connections live for the bytes that `budgets` allows them, the others for ever."""

    def __init__(self, port: int, *, budgets: Iterable[int] = (), tls: ssl.SSLContext | None = None) -> None:
        self._target = port
        self._budgets = list(budgets)
        self._tls = tls
        self._listener = socket.create_server((HOST, 0))
        self.port = int(self._listener.getsockname()[1])
        self.cut = 0
        self._closing = False
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._closing = True
        self._listener.close()

    def _accept(self) -> None:
        while not self._closing:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            budget = self._budgets.pop(0) if self._budgets else None
            threading.Thread(target=self._serve, args=(client, budget), daemon=True).start()

    def _serve(self, client: socket.socket, budget: int | None) -> None:
        try:
            if self._tls is not None:
                client = self._tls.wrap_socket(client, server_side=True)
            with client, socket.create_connection((HOST, self._target)) as server:
                self._relay(client, server, budget)
        except OSError:
            # One end went away, or would not trust us: that is what these tests are about.
            client.close()

    def _relay(self, client: socket.socket, server: socket.socket, budget: int | None) -> None:
        while True:
            held = isinstance(client, ssl.SSLSocket) and client.pending()
            ready = [client] if held else select.select([client, server], [], [], 60)[0]
            for end, other in ((client, server), (server, client)):
                if end not in ready:
                    continue
                # TLS may wake us for a record that holds nothing for us: never wait for more of it.
                end.setblocking(False)
                try:
                    data = end.recv(65536)
                except (ssl.SSLWantReadError, BlockingIOError):
                    continue
                finally:
                    end.setblocking(True)
                if not data:
                    return
                if budget is not None:
                    data, budget = data[:budget], budget - len(data)
                other.sendall(data)
                if budget is not None and budget <= 0:
                    self.cut += 1
                    return


@contextmanager
def proxy(port: int, *, budgets: Iterable[int] = (), tls: ssl.SSLContext | None = None) -> Iterator[Proxy]:
    """A proxy for the length of a test."""
    made = Proxy(port, budgets=budgets, tls=tls)
    try:
        yield made
    finally:
        made.close()


def certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for the loopback address that signs itself: its PEM file, and a server's side of TLS with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "dutygraph tests")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "server.pem", folder / "server.key"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    side.load_cert_chain(public, private)
    return public, side
