package io.sluice.connector.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Connection;
import org.mariadb.jdbc.client.ColumnDecoder;
import org.mariadb.jdbc.client.Context;
import org.mariadb.jdbc.client.ReadableByteBuf;
import org.mariadb.jdbc.client.socket.Writer;
import org.mariadb.jdbc.client.util.MutableInt;
import org.mariadb.jdbc.plugin.Codec;

/**
 * Hands out the buffer of the current row instead of a value. The client finds its codecs by the ServiceLoader and asks
 * this one when somebody calls {@code getObject(column, RowBuffer.class)}, and never else (docs/decisions/0008).
 */
public final class RowBufferCodec implements Codec<RowBuffer> {
    /** Whether the client behind a result has this codec; a class loader that hides our services would hide it. */
    static boolean known(ResultSet row) throws SQLException {
        Connection connection = row.getStatement().getConnection().unwrap(Connection.class);
        return Arrays.stream(connection.getContext().getConf().codecs()).anyMatch(RowBufferCodec.class::isInstance);
    }

    @Override
    public String className() {
        return RowBuffer.class.getName();
    }

    @Override
    public boolean canDecode(ColumnDecoder column, Class<?> type) {
        return type == RowBuffer.class;
    }

    @Override
    public boolean canEncode(Object value) {
        return false;
    }

    @Override
    public RowBuffer decodeText(
            ReadableByteBuf row,
            MutableInt length,
            ColumnDecoder column,
            @Nullable Calendar calendar,
            Context context) {
        return new RowBuffer(row, false);
    }

    @Override
    public RowBuffer decodeBinary(
            ReadableByteBuf row,
            MutableInt length,
            ColumnDecoder column,
            @Nullable Calendar calendar,
            Context context) {
        return new RowBuffer(row, true);
    }

    @Override
    public void encodeText(
            Writer target, Context context, RowBuffer value, @Nullable Calendar calendar, @Nullable Long length) {
        throw new UnsupportedOperationException("Row buffers are only read");
    }

    @Override
    public int getApproximateTextProtocolLength(RowBuffer value, @Nullable Long length) {
        throw new UnsupportedOperationException("Row buffers are only read");
    }

    @Override
    public void encodeBinary(
            Writer target, Context context, RowBuffer value, @Nullable Calendar calendar, @Nullable Long length) {
        throw new UnsupportedOperationException("Row buffers are only read");
    }

    @Override
    public int getBinaryEncodeType() {
        throw new UnsupportedOperationException("Row buffers are only read");
    }
}
