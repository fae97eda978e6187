# Lesson 36: messages that stick together, cured by a header
#
# A stream has no messages: two that were sent may arrive as one, and a long one in pieces. So each gets a head: four bytes
# tell how long its header is, and the header, which is JSON, how long the body is. Then commands can be run from afar.
#
# Run it alone: python3 lesson36.py
import json
import socket
import struct
import subprocess
import threading


def stick():
    sender, receiver = socket.socketpair()
    sender.sendall(b'first')
    sender.sendall(b'second')
    print('two messages, received as', receiver.recv(1024))
    sender.close()
    receiver.close()


def send_message(conn, returncode, body):
    header = json.dumps({'returncode': returncode, 'size': len(body)}).encode()
    conn.sendall(struct.pack('!i', len(header)))
    conn.sendall(header)
    conn.sendall(body)


def receive_exactly(conn, size):
    data = b''
    while len(data) < size:
        piece = conn.recv(size - len(data))
        if not piece:
            raise EOFError('the other end has hung up')
        data += piece
    return data


def receive_message(conn):
    size = struct.unpack('!i', receive_exactly(conn, 4))[0]
    header = json.loads(receive_exactly(conn, size).decode())
    return header['returncode'], receive_exactly(conn, header['size'])


def run_commands(server):
    conn, addr = server.accept()
    while True:
        try:
            _, command = receive_message(conn)
        except EOFError as e:
            print('server:', e)
            break
        p = subprocess.Popen(command.decode(), shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        output, _ = p.communicate()
        send_message(conn, p.returncode, output)
    conn.close()


stick()
server = socket.create_server(('127.0.0.1', 0))
runner = threading.Thread(target=run_commands, args=(server,))
runner.start()
client = socket.create_connection(server.getsockname())
for command in ['echo hello', 'seq 1 20000 | tail -n 2', 'echo trouble >&2; exit 3', 'seq 1 20000']:
    send_message(client, 0, command.encode())
    returncode, output = receive_message(client)
    shown = output if len(output) < 100 else '...'
    print(command, '->', returncode, len(output), 'bytes:', shown)
client.close()
runner.join()
server.close()
