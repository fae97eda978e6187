# Lesson 32: a TCP server and a client, one message each way
#
# The server waits at an address, the client connects to it. What one sends, the other receives as bytes.
#
# Run it alone: python3 lesson32.py
import socket
import threading


def serve(server):
    conn, addr = server.accept()
    print('connected from', addr[0])
    message = conn.recv(1024)
    print('the server received:', message.decode('utf-8'))
    conn.send('hello, client'.encode('utf-8'))
    conn.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(('127.0.0.1', 0))
server.listen(5)
t = threading.Thread(target=serve, args=(server,))
t.start()

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(server.getsockname())
client.send('hello, server'.encode('utf-8'))
answer = client.recv(1024)
t.join()
print('the client received:', answer.decode('utf-8'))
print('nothing more comes:', client.recv(1024))
client.close()
server.close()
