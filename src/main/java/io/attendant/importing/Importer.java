package io.attendant.importing;

import io.attendant.identity.RowSecurity;
import io.attendant.importing.reading.ImportTimes;
import io.attendant.importing.reading.Rejections;
import io.attendant.importing.reading.Row;
import io.attendant.importing.reading.RowMapper;
import io.attendant.importing.reading.RowReader;
import io.attendant.importing.reading.RowReader.RawRow;
import io.attendant.importing.reading.RowReader.UnreadableFileException;
import io.attendant.importing.rows.FileCheck;
import io.attendant.importing.rows.ImportKind;
import io.attendant.importing.rows.Rows;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Brings files into the shop's tables: the whole file or nothing of it. */
@ApplicationScoped
public class Importer {
    private static final int CHUNK = 500;
    private static final int PROGRESS_EVERY = 10_000;
    private static final int TIMEOUT_SECONDS = 1800;
    /** Any number of our own; imports on all replicas wait for each other under it. */
    private static final long LOCK = 7_233_401_001L;

    @Inject
    EntityManager entityManager;

    @Inject
    Validator validator;

    @Inject
    RowSecurity rowSecurity;

    /**
     * What a file changed.
     *
     * @param unchanged how many rows were there already, the same in every field
     */
    @Schema(name = "ImportResult")
    public record Result(String kind, long inserted, long updated, long unchanged) {}

    /**
     * Imports one file; each row replaces the stored row of the same id as a whole.
     *
     * @param json a JSON array of objects in UTF-8, read as it comes
     * @throws ProblemException {@link ErrorCode#IMPORT_REJECTED} with the first 100 errors, or
     *     {@link ErrorCode#MALFORMED_REQUEST} if the sender breaks off
     */
    @Transactional
    @TransactionConfiguration(timeout = TIMEOUT_SECONDS)
    public Result run(ImportKind kind, InputStream json) {
        return run(kind, json, ImportTimes.absolute());
    }

    /** The same with another reading of times, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    Result run(ImportKind kind, InputStream json, ImportTimes times) {
        rowSecurity.staff();
        lock();
        return new Run<>(kind.name(), kind.rows(), times).read(json);
    }

    /** Holds every other import back until this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock() {
        entityManager
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:key)")
                .setParameter("key", LOCK)
                .getSingleResult();
    }

    /** One file on its way in. */
    private final class Run<E extends PanacheEntityBase, D> {
        private final String kind;
        private final Rows<E, D> rows;
        private final RowMapper<D> mapper;
        private final FileCheck<D> fileCheck;
        private final Rejections rejections = new Rejections();
        private final Set<String> ids = new HashSet<>();
        private final List<Row<D>> chunk = new ArrayList<>(CHUNK);
        private long read;
        private long inserted;
        private long updated;

        Run(String kind, Rows<E, D> rows, ImportTimes times) {
            this.kind = kind;
            this.rows = rows;
            mapper = new RowMapper<>(rows.type(), rows::check, validator, times);
            fileCheck = rows.newFileCheck();
        }

        Result read(InputStream json) {
            try (RowReader reader = new RowReader(json)) {
                Optional<RawRow> raw = reader.next();
                while (raw.isPresent() && !rejections.isFull()) {
                    take(raw.get());
                    raw = reader.next();
                }
            } catch (UnreadableFileException e) {
                rejections.add(e.rejection());
            } catch (IOException e) {
                Log.infof("import broken off by its sender: kind=%s rows=%d", kind, read);
                throw new ProblemException(ErrorCode.MALFORMED_REQUEST);
            }
            finishChunk();
            fileCheck.end(ids, rejections);
            if (!rejections.isEmpty()) {
                Log.infof("import rejected: kind=%s rows=%d errors=%d", kind, read, rejections.size());
                throw rejections.asProblem();
            }
            Result result = new Result(kind, inserted, updated, read - inserted - updated);
            Log.infof(
                    "import done: kind=%s inserted=%d updated=%d unchanged=%d",
                    kind, result.inserted(), result.updated(), result.unchanged());
            return result;
        }

        private void take(RawRow raw) {
            read++;
            mapper.map(raw, rejections).ifPresent(row -> {
                if (ids.add(rows.id(row.data()))) {
                    chunk.add(row);
                } else {
                    rejections.add(row, "id", "is given twice in this file");
                }
            });
            if (chunk.size() == CHUNK) {
                finishChunk();
            }
            if (read % PROGRESS_EVERY == 0) {
                Log.infof("import running: kind=%s rows=%d", kind, read);
            }
        }

        private void finishChunk() {
            if (chunk.isEmpty()) {
                return;
            }
            fileCheck.rows(chunk, rejections);
            if (rejections.isEmpty()) {
                store();
            }
            chunk.clear();
        }

        private void store() {
            Map<String, E> stored = new HashMap<>();
            rows.lock(chunk.stream().map(row -> rows.id(row.data())).toList())
                    .forEach(entity -> stored.put(rows.id(rows.data(entity)), entity));
            for (Row<D> row : chunk) {
                E entity = stored.get(rows.id(row.data()));
                if (entity == null) {
                    E added = rows.create();
                    rows.replace(added, row.data());
                    added.persist();
                    inserted++;
                } else if (!rows.data(entity).equals(rows.canonical(row.data()))) {
                    rows.replace(entity, row.data());
                    updated++;
                }
            }
            entityManager.flush();
            entityManager.clear();
        }
    }
}
