"""Images of many kinds, from nothing but their formats."""
import struct
import zlib


def chunk(name, data):
    return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))


def png(width, height, depth=8, interlaced=0, pixels=None):
    head = struct.pack('>IIBBBBB', width, height, depth, 2, 0, 0, interlaced)
    row = b'\0' + b'\x80' * (width * 3 * depth // 8)
    data = zlib.compress(row * height if pixels is None else pixels, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', data) + chunk(b'IEND', b'')


def write(name, data):
    with open(name, 'wb') as file:
        file.write(data)


good = png(60, 40)
write('good.png', good)
write('sixteen.png', png(60, 40, depth=16))
# Seven passes over eight by eight: 1, 1, 2, 2x2, 4x2, 4x4, 8x4 pixels in their rows.
rows = [1, 1, 2] + [2] * 2 + [4] * 2 + [4] * 4 + [8] * 4
write('interlaced.png', png(8, 8, interlaced=1, pixels=b''.join(b'\0' + b'\x80' * 3 * n for n in rows)))
write('tall.png', png(4, 3000))
write('wide.png', png(6000, 30))
write('truncated.png', good[:len(good) // 2])
write('only-a-head.png', good[:20])
write('damaged.png', good[:60] + b'\xff' + good[61:])
write('empty.png', b'')
write('no-pixels.png', png(0, 0))
write('many-pixels.png', png(7000, 7000, pixels=b''))
write('long-side.png', png(30000, 2, pixels=b''))
write('large-file.png', good + b'\0' * (32 * 1024 * 1024))
write('gif.png', b'GIF89a\x01\x00\x01\x00\x00\x00\x00;')
write('no-size.svg', b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="5" height="5"/></svg>')
write('thread.svg', b'<svg xmlns="http://www.w3.org/2000/svg" width="1000000" height="5"><rect width="5" height="5"/></svg>')
write('not-closed.svg', b'<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"><g></svg>')
