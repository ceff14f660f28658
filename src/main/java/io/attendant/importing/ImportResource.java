package io.attendant.importing;

import io.attendant.identity.Roles;
import io.attendant.importing.rows.ImportKind;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The shop's data in and out, for its owner. */
@Path("/api/admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class ImportResource {
    private static final String JSON_FORMAT = "json";

    @Inject
    Importer importer;

    @Inject
    Exporter exporter;

    @POST
    @Path("/import")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(operationId = "importData", summary = "Imports a file, all or nothing; a row replaces the whole row")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
    public Importer.Result importFile(
            @QueryParam("kind") String kind,
            @QueryParam("format") @DefaultValue(JSON_FORMAT) String format,
            InputStream body) {
        ImportKind known = ImportKind.named(kind).orElseThrow(() -> invalid("kind"));
        if (!format.equals(JSON_FORMAT)) {
            throw invalid("format");
        }
        return importer.run(known, body == null ? InputStream.nullInputStream() : body);
    }

    @GET
    @Path("/export/{kind}")
    @Operation(operationId = "exportAll", summary = "All rows of a kind in import order, in the import format")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
    public StreamingOutput exportAll(@PathParam("kind") String kind) {
        ImportKind known = exportable(kind);
        return out -> exporter.all(known, out);
    }

    @GET
    @Path("/export/{kind}/{id}")
    @Operation(operationId = "exportOne", summary = "One row in the import format")
    public Object exportOne(@PathParam("kind") String kind, @PathParam("id") String id) {
        return exporter.one(exportable(kind), id);
    }

    private static ImportKind exportable(String kind) {
        return ImportKind.named(kind).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static ProblemException invalid(String parameter) {
        return new ProblemException(ErrorCode.INVALID_REQUEST, Map.of("parameter", parameter));
    }
}
