import struct
import sys


def tell(value):
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return "nan" if value != value else "float " + struct.pack(">d", value).hex()
    return value.hex() if isinstance(value, bytes) else str(value)


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (struct.error, OverflowError, TypeError, UnicodeEncodeError) as error:
        return type(error).__name__ + ": " + str(error)


def unpacked(format, data):
    found = attempt(struct.unpack, format, data)
    return found if isinstance(found, str) else " ".join(map(tell, found))


for line in open(sys.argv[1], encoding="utf-8"):
    format, data, *values = line.rstrip("\n").split("\t")
    packed = attempt(struct.pack, format, *map(eval, values))
    print(attempt(struct.calcsize, format), unpacked(format, bytes.fromhex(data)),
          packed if isinstance(packed, str) else packed.hex() + " " + unpacked(format, packed), sep="|")
