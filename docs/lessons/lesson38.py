# Lesson 38: time-outs, sockets that do not wait, addresses, pairs, UNIX and IPv6
#
# Run it alone: python3 lesson38.py
import os
import socket
import tempfile

server = socket.create_server(('127.0.0.1', 0))
print('time-out at first:', server.gettimeout(), server.getblocking())
server.settimeout(0.05)
try:
    server.accept()
except socket.timeout as e:
    print('timeout:', e)
server.setblocking(False)
try:
    server.accept()
except BlockingIOError as e:
    print('BlockingIOError:', e)
try:
    server.settimeout(-1)
except ValueError as e:
    print('ValueError:', e)

client = socket.socket()
print('connect_ex:', client.connect_ex(server.getsockname()))
server.setblocking(True)
conn, addr = server.accept()
print('the same address:', addr == client.getsockname(), client.getpeername() == server.getsockname())
print('numbers:', client.fileno() > 2, client.fileno() != conn.fileno())
client.close()
print('closed:', client.fileno())
try:
    client.send(b'x')
except OSError as e:
    print('OSError:', e)
conn.close()

with socket.create_connection(server.getsockname(), timeout=5) as client:
    print('create_connection:', client.gettimeout())
address = server.getsockname()
server.close()
nobody = socket.socket()
try:
    nobody.connect(address)
except ConnectionRefusedError as e:
    print('ConnectionRefusedError:', e)
nobody.close()

a, b = socket.socketpair()
a.sendall(b'to the other end')
print('socketpair:', b.recv(1024, socket.MSG_PEEK) == b.recv(1024))
a.close()
b.close()

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'server')
    unix = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    unix.bind(path)
    unix.listen()
    client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    client.connect(path)
    conn, addr = unix.accept()
    conn.sendall(b'by a path')
    print('AF_UNIX:', client.recv(1024), repr(addr))
    for s in (unix, client, conn):
        s.close()

six = socket.create_server(('::1', 0), family=socket.AF_INET6)
client = socket.create_connection(six.getsockname()[:2])
conn, addr = six.accept()
print('AF_INET6:', addr[0], conn.family == socket.AF_INET6)
for s in (six, client, conn):
    s.close()
