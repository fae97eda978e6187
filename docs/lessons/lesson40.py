# Lesson 40: ThreadingTCPServer, the robot for many clients at once
#
# The server makes a handler for each client and has it run in a thread: setup, handle, finish.
#
# Run it alone: python3 lesson40.py
import socket
import socketserver
import threading


class Robot(socketserver.BaseRequestHandler):
    def setup(self):
        self.request.sendall(b'welcome')

    def handle(self):
        while True:
            data = self.request.recv(1024).decode()
            if data == 'exit' or not data:
                break
            elif data == '0':
                self.request.sendall('a person will call you'.encode())
            else:
                self.request.sendall(('pressed ' + data).encode())

    def finish(self):
        self.request.sendall(('goodbye, ' + self.client_address[0]).encode())


server = socketserver.ThreadingTCPServer(('127.0.0.1', 0), Robot)
thread = threading.Thread(target=server.serve_forever)
thread.start()

clients = [socket.create_connection(server.server_address) for _ in range(3)]
for client in clients:
    print(client.recv(1024).decode())
for key in ['0', '7']:
    for client in clients:
        client.sendall(key.encode())
        print(key, '->', client.recv(1024).decode())
for client in clients:
    client.sendall(b'exit')
    print(client.recv(1024).decode())
    client.close()
server.shutdown()
thread.join()
server.server_close()
print('closed')
