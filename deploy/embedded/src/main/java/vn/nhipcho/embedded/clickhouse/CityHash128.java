package vn.nhipcho.embedded.clickhouse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** CityHash128 of version 1.0.2, with which ClickHouse signs compressed blocks; later versions give other values. */
record CityHash128(long low, long high) {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long K0 = 0xc3a5c85c97cb3127L;
    private static final long K1 = 0xb492b66fbe98f273L;
    private static final long K2 = 0x9ae16a3b2f90404fL;
    private static final long K3 = 0xc949d7c7509e6557L;
    private static final long MUL = 0x9ddfea08eb382d69L;

    static CityHash128 of(byte[] s, int offset, int length) {
        if (length >= 16) {
            return seeded(s, offset + 16, length - 16, word(s, offset) ^ K3, word(s, offset + 8));
        }
        if (length >= 8) {
            return seeded(s, offset, 0, word(s, offset) ^ length * K0, word(s, offset + length - 8) ^ K1);
        }
        return seeded(s, offset, length, K0, K1);
    }

    private static CityHash128 seeded(byte[] s, int start, int length, long seedLow, long seedHigh) {
        if (length < 128) {
            return murmur(s, start, length, seedLow, seedHigh);
        }
        long x = seedLow;
        long y = seedHigh;
        long z = length * K1;
        long vLow = Long.rotateRight(y ^ K1, 49) * K1 + word(s, start);
        long vHigh = Long.rotateRight(vLow, 42) * K1 + word(s, start + 8);
        long wLow = Long.rotateRight(y + z, 35) * K1 + x;
        long wHigh = Long.rotateRight(x + word(s, start + 88), 53) * K1;
        int at = start;
        int left = length;
        do {
            for (int half = 0; half < 2; half++) {
                x = Long.rotateRight(x + y + vLow + word(s, at + 16), 37) * K1;
                y = Long.rotateRight(y + vHigh + word(s, at + 48), 42) * K1;
                x ^= wHigh;
                y ^= vLow;
                z = Long.rotateRight(z ^ wLow, 33);
                CityHash128 v = weak32(s, at, vHigh * K1, x + wLow);
                CityHash128 w = weak32(s, at + 32, z + wHigh, y);
                vLow = v.low;
                vHigh = v.high;
                wLow = w.low;
                wHigh = w.high;
                long swap = z;
                z = x;
                x = swap;
                at += 64;
            }
            left -= 128;
        } while (left >= 128);
        y += Long.rotateRight(wLow, 37) * K0 + z;
        x += Long.rotateRight(vLow + z, 49) * K0;
        for (int tail = 0; tail < left; ) {
            tail += 32;
            y = Long.rotateRight(y - x, 42) * K0 + vHigh;
            wLow += word(s, at + left - tail + 16);
            x = Long.rotateRight(x, 49) * K0 + wLow;
            wLow += vLow;
            CityHash128 v = weak32(s, at + left - tail, vLow, vHigh);
            vLow = v.low;
            vHigh = v.high;
        }
        x = hash16(x, vLow);
        y = hash16(y, wLow);
        return new CityHash128(hash16(x + vHigh, wHigh) + y, hash16(x + wHigh, y + vHigh));
    }

    private static CityHash128 murmur(byte[] s, int start, int length, long seedLow, long seedHigh) {
        long a = seedLow;
        long b = seedHigh;
        long c;
        long d;
        int left = length - 16;
        if (left <= 0) {
            a = shiftMix(a * K1) * K1;
            c = b * K1 + hash0to16(s, start, length);
            d = shiftMix(a + (length >= 8 ? word(s, start) : c));
        } else {
            c = hash16(word(s, start + length - 8) + K1, a);
            d = hash16(b + length, c + word(s, start + length - 16));
            a += d;
            int at = start;
            do {
                a = (a ^ shiftMix(word(s, at) * K1) * K1) * K1;
                b ^= a;
                c = (c ^ shiftMix(word(s, at + 8) * K1) * K1) * K1;
                d ^= c;
                at += 16;
                left -= 16;
            } while (left > 0);
        }
        a = hash16(a, c);
        b = hash16(d, b);
        return new CityHash128(a ^ b, hash16(b, a));
    }

    private static CityHash128 weak32(byte[] s, int at, long seedA, long seedB) {
        long w = word(s, at);
        long x = word(s, at + 8);
        long y = word(s, at + 16);
        long z = word(s, at + 24);
        long a = seedA + w;
        long b = Long.rotateRight(seedB + a + z, 21);
        long c = a;
        a += x + y;
        b += Long.rotateRight(a, 44);
        return new CityHash128(a + z, b + c);
    }

    private static long hash0to16(byte[] s, int start, int length) {
        if (length > 8) {
            long a = word(s, start);
            long b = word(s, start + length - 8);
            return hash16(a, Long.rotateRight(b + length, length)) ^ b;
        }
        if (length >= 4) {
            long a = half(s, start);
            return hash16(length + (a << 3), half(s, start + length - 4));
        }
        if (length > 0) {
            int a = s[start] & 0xff;
            int b = s[start + (length >>> 1)] & 0xff;
            int c = s[start + length - 1] & 0xff;
            int y = a + (b << 8);
            int z = length + (c << 2);
            return shiftMix(y * K2 ^ z * K3) * K2;
        }
        return K2;
    }

    private static long hash16(long u, long v) {
        long a = (u ^ v) * MUL;
        a ^= a >>> 47;
        long b = (v ^ a) * MUL;
        b ^= b >>> 47;
        return b * MUL;
    }

    private static long shiftMix(long value) {
        return value ^ value >>> 47;
    }

    private static long word(byte[] s, int at) {
        return (long) LONG.get(s, at);
    }

    private static long half(byte[] s, int at) {
        return (int) INT.get(s, at) & 0xffffffffL;
    }
}
