package io.sluice.run;

import io.sluice.engine.DirtyRecord;
import io.sluice.engine.DirtyShape;
import java.util.ArrayList;
import java.util.List;

/** The dirty records of one live run that are not stored yet; numbers them and their shapes. */
final class DirtyBuffer {
    private final long mostBytes;
    private final List<FoundRecord> pending = new ArrayList<>();
    private final List<DirtyShape> shapes = new ArrayList<>();
    private int shapesStored;
    private long sequence;
    private long bytes;

    /** @param mostBytes volume of the values after which records are only counted */
    DirtyBuffer(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized void add(DirtyRecord record) {
        long size = 64;
        for (String value : record.values()) {
            size += value == null ? 4 : value.length() + 4L;
        }
        if (bytes + size > mostBytes) {
            return;
        }
        bytes += size;
        int shape = shapes.indexOf(record.shape());
        if (shape < 0) {
            shape = shapes.size();
            shapes.add(record.shape());
        }
        pending.add(new FoundRecord(++sequence, shape, record));
    }

    /** The shapes that are not stored; numbered from {@link #shapesStored}. */
    synchronized List<DirtyShape> newShapes() {
        return List.copyOf(shapes.subList(shapesStored, shapes.size()));
    }

    synchronized int shapesStored() {
        return shapesStored;
    }

    synchronized void storedShape() {
        shapesStored++;
    }

    /** The oldest records that are not stored, at most so many; they stay until {@link #stored}. */
    synchronized List<FoundRecord> pending(int most) {
        return List.copyOf(pending.subList(0, Math.min(most, pending.size())));
    }

    synchronized void stored(int count) {
        pending.subList(0, count).clear();
    }
}
