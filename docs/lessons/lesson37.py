# Lesson 37: sending a large file: send, sendall and sendfile
#
# send takes what there is room for, sendall goes on until all is sent, sendfile leaves the work to the system. The
# receiver keeps no more than one piece at a time, and compares the digest.
#
# Run it alone: python3 lesson37.py
import hashlib
import os
import socket
import tempfile
import threading

SIZE = 8 * 1024 * 1024


def receive(server, results):
    conn, addr = server.accept()
    digest = hashlib.sha256()
    total = 0
    while True:
        piece = conn.recv(65536)
        if not piece:
            break
        digest.update(piece)
        total += len(piece)
    conn.close()
    results.append((total, digest.hexdigest()))


def by_send(client, file):
    data = file.read()
    sent = 0
    while sent < len(data):
        sent += client.send(data[sent:])


def by_sendall(client, file):
    while True:
        piece = file.read(65536)
        if not piece:
            break
        client.sendall(piece)


def by_sendfile(client, file):
    client.sendfile(file)


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'large')
    with open(path, 'wb') as file:
        file.write(bytes(i % 251 for i in range(SIZE)))
    with open(path, 'rb') as file:
        wanted = hashlib.sha256(file.read()).hexdigest()
    for name, way in [('send', by_send), ('sendall', by_sendall), ('sendfile', by_sendfile)]:
        server = socket.create_server(('127.0.0.1', 0))
        results = []
        thread = threading.Thread(target=receive, args=(server, results))
        thread.start()
        with socket.create_connection(server.getsockname()) as client, open(path, 'rb') as file:
            way(client, file)
        thread.join()
        server.close()
        total, digest = results[0]
        print(name, total == SIZE, digest == wanted)
