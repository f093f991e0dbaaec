package io.sluice.connector.mysql;

import org.mariadb.jdbc.client.ReadableByteBuf;

/** The buffer in which a result of the client holds its current row; taken out of it by {@link RowBufferCodec}. */
record RowBuffer(ReadableByteBuf bytes, boolean binary) {}
