package io.sluice.connector.mysql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers of the protocol, lowest byte first, in arrays. */
final class LittleEndian {
    private static final VarHandle INT16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    static int unsigned16(byte[] source, int at) {
        return (short) INT16.get(source, at) & 0xffff;
    }

    static int int32(byte[] source, int at) {
        return (int) INT32.get(source, at);
    }

    static long int64(byte[] source, int at) {
        return (long) INT64.get(source, at);
    }

    static void int16(byte[] target, int at, int value) {
        INT16.set(target, at, (short) value);
    }

    static void int32(byte[] target, int at, int value) {
        INT32.set(target, at, value);
    }

    static void int64(byte[] target, int at, long value) {
        INT64.set(target, at, value);
    }
}
