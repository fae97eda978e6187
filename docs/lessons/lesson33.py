# Lesson 33: the two loops, client after client and message after message
#
# The outer loop accepts one client after another, the inner one receives its messages. A client that leaves is an empty
# message; one that vanishes is a ConnectionResetError. Neither may end the server.
#
# Run it alone: python3 lesson33.py
import socket
import struct
import threading


def serve(server, clients):
    for _ in range(clients):
        conn, addr = server.accept()
        print('a client has come')
        while True:
            try:
                data = conn.recv(1024)
            except ConnectionResetError:
                print('the client has vanished')
                break
            if not data:
                print('the client has left')
                break
            conn.send(data.upper())
        conn.close()


def talk(address, messages):
    client = socket.socket()
    client.connect(address)
    for message in messages:
        client.send(message.encode())
        print(message, '->', client.recv(1024).decode())
    client.close()


def vanish(address):
    client = socket.socket()
    client.connect(address)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    client.close()


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('127.0.0.1', 0))
server.listen(5)
thread = threading.Thread(target=serve, args=(server, 1))
thread.start()
talk(server.getsockname(), ['hello', 'how are you'])
thread.join()
thread = threading.Thread(target=serve, args=(server, 1))
thread.start()
vanish(server.getsockname())
thread.join()
thread = threading.Thread(target=serve, args=(server, 1))
thread.start()
talk(server.getsockname(), ['still there?'])
thread.join()
server.close()
