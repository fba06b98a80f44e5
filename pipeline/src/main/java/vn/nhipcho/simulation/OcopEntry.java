package vn.nhipcho.simulation;

import java.time.LocalDate;

/**
 * A product of the season's OCOP register, with the columns of {@code ocop_certificates.csv}; its name says that it is
 * simulated.
 *
 * @param owner cooperative, cooperative group or seller
 * @param communeCode code since the reform of 1 July 2025
 * @param validTo last day
 */
public record OcopEntry(
        String certificate,
        String product,
        String owner,
        String commodity,
        String communeCode,
        int stars,
        LocalDate validFrom,
        LocalDate validTo) {}
