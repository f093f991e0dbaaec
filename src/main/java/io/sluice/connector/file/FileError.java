package io.sluice.connector.file;

import static io.sluice.spi.error.Category.CONFIGURATION;
import static io.sluice.spi.error.Category.DATA;
import static io.sluice.spi.error.Category.EXTERNAL;

import io.sluice.spi.error.Category;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Failures of connectors that read or write files. */
public enum FileError implements ErrorCode {
    FILE_NOT_FOUND(CONFIGURATION, "Correct the path in the task, or provide the file."),
    FILE_EXISTS(CONFIGURATION, "Remove the file, choose another name, or another writeMode."),
    FILE_BUSY(EXTERNAL, "Wait for the other run, or give this task another file name."),
    FILE_NOT_WRITTEN(EXTERNAL, "Free space on the disk of the file, or repair it, then run the task again."),
    FILE_ACCESS_DENIED(EXTERNAL, "Give the user that runs Sluice the right to the file."),
    COLUMNS_UNKNOWN(CONFIGURATION, "List the columns in the task, or provide a file with a header."),
    HEADER_DIFFERS(CONFIGURATION, "Read files with different columns by tasks of their own."),
    HEADER_NAME_UNKNOWN(CONFIGURATION, "Correct the column's name in the task, or set skipHeader."),
    CHARSET_MISMATCH(CONFIGURATION, "Set 'encoding' to the character set the file was written in."),
    QUOTE_NOT_CLOSED(EXTERNAL, "Correct the quotes in the file, or set csvReaderConfig.useTextQualifier to false."),
    FIELD_TOO_LONG(EXTERNAL, "Correct the file, or give the process more memory (-Xmx)."),
    COMPRESSION_BROKEN(EXTERNAL, "Provide the file again, or correct 'compress'."),
    WRONG_FIELD_COUNT(DATA, "Correct the line; values with delimiters or line ends stand in quotes."),
    FIELD_NOT_WRITABLE(DATA, "Use fileFormat csv, another delimiter, or encoding UTF-8.");

    private final Category category;
    private final String advice;

    FileError(Category category, String advice) {
        this.category = category;
        this.advice = advice;
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public String advice() {
        return advice;
    }

    /** What a failure means that left a connector of files. */
    public static ErrorCode classify(Exception failure, ErrorCode otherwise) {
        return switch (failure) {
            case SluiceException known -> known.code();
            case NoSuchFileException ignored -> FILE_NOT_FOUND;
            case AccessDeniedException ignored -> FILE_ACCESS_DENIED;
            case CharacterCodingException ignored -> CHARSET_MISMATCH;
            default -> otherwise;
        };
    }
}
