package io.sluice.connector.txtfile;

import io.sluice.connector.file.FileError;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which fields become which columns.
 *
 * @param width how many fields each record must have; 0 when there is no record to tell
 * @param header names in the header; empty without one
 * @param columns with their index resolved, or constant
 */
record ReadPlan(int width, List<String> header, List<ColumnConfig> columns) {
    ReadPlan {
        header = List.copyOf(header);
        columns = List.copyOf(columns);
    }

    /** @throws SluiceException COLUMNS_UNKNOWN, HEADER_NAME_UNKNOWN */
    static ReadPlan of(List<ColumnConfig> wanted, int width, List<String> header) {
        List<ColumnConfig> columns = new ArrayList<>();
        for (ColumnConfig column : wanted) {
            if (column.isAll()) {
                requireFields(width);
                for (int index = 0; index < width; index++) {
                    columns.add(new ColumnConfig(null, index, null, ColumnType.STRING, null));
                }
            } else if (column.name() != null) {
                int index = indexOf(column.name(), header);
                columns.add(new ColumnConfig(null, index, null, column.type(), column.format()));
            } else {
                columns.add(column);
            }
        }
        return new ReadPlan(width, header, columns);
    }

    private static void requireFields(int width) {
        if (width == 0) {
            throw new SluiceException(
                    FileError.COLUMNS_UNKNOWN, "The file is empty, so that its columns are not known");
        }
    }

    private static int indexOf(String name, List<String> header) {
        int index = header.indexOf(name);
        if (index < 0 || header.lastIndexOf(name) != index) {
            String why = index < 0 ? " stands not in the header " : " stands twice in the header ";
            throw new SluiceException(FileError.HEADER_NAME_UNKNOWN, "'" + name + "'" + why + header);
        }
        return index;
    }

    Schema schema() {
        List<Column> described = new ArrayList<>();
        for (ColumnConfig column : columns) {
            LogicalType type = FieldDecoder.type(column);
            described.add(new Column(name(column), type));
        }
        return new Schema(described);
    }

    private String name(ColumnConfig column) {
        Integer index = column.index();
        if (index == null) {
            return "constant";
        }
        return index < header.size() ? header.get(index) : "column" + (index + 1);
    }
}
