# Lesson 41: ThreadingUDPServer, ForkingTCPServer, handle_request and serve_forever
#
# handle_request serves one, serve_forever all until another thread calls shutdown. A forking server has each connection
# served by a process of its own.
#
# Run it alone: python3 lesson41.py
import os
import socket
import socketserver
import threading


class Upper(socketserver.BaseRequestHandler):
    def handle(self):
        data, server = self.request
        server.sendto(data.upper(), self.client_address)


class Where(socketserver.StreamRequestHandler):
    def handle(self):
        line = self.rfile.readline().strip()
        self.wfile.write(line.upper() + b' from ' + str(os.getpid()).encode())


def ask(address, text):
    with socket.create_connection(address) as client:
        client.sendall(text + b'\n')
        with client.makefile('rb') as answer:
            return answer.read().decode()


if __name__ == '__main__':
    server = socketserver.ThreadingUDPServer(('127.0.0.1', 0), Upper)
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.sendto(b'one', server.server_address)
    server.handle_request()
    print('handle_request:', client.recv(1024))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    for text in [b'two', b'three']:
        client.sendto(text, server.server_address)
        print('serve_forever:', client.recv(1024))
    server.shutdown()
    thread.join()
    server.server_close()
    client.close()

    forking = socketserver.ForkingTCPServer(('127.0.0.1', 0), Where)
    thread = threading.Thread(target=forking.serve_forever)
    thread.start()
    for text in [b'first', b'second']:
        answer, pid = ask(forking.server_address, text).split(' from ')
        print('forked:', answer, 'by another process:', int(pid) != os.getpid())
    forking.shutdown()
    thread.join()
    forking.server_close()
