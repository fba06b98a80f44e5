package vn.nhipcho.evaluation;

/**
 * What one rule came to over a season.
 *
 * @param alerts as they came onto the call list
 * @param falseAlerts of sellers that had not stopped, or were shut
 * @param outOfSeason alerts told while nothing of the seller's was in season, stopped or not
 * @param shut alerts of sellers that were suspended or closed when told
 * @param withdrawn alerts that a later event contradicted
 * @param stalls sellers that really stopped and could have been caught, each watched for 60 days at least
 * @param caught of them, those with an alert that stood at some time in the 60 days after they had stopped
 * @param caughtEver of them, those with an alert that stood at some time after, until the season's end
 * @param medianDays from the stop to the alert, of all those ever caught; 0 where one stood already; NaN: none
 * @param callsPerWeekAndDistrict mean over the season's weeks and the districts with trading sellers
 */
public record RuleScore(
        String rule,
        int alerts,
        int falseAlerts,
        int outOfSeason,
        int shut,
        int withdrawn,
        int stalls,
        int caught,
        int caughtEver,
        double medianDays,
        double callsPerWeekAndDistrict) {

    public double falseShare() {
        return alerts == 0 ? 0 : falseAlerts / (double) alerts;
    }

    public double caughtShare() {
        return stalls == 0 ? 0 : caught / (double) stalls;
    }

    public double caughtEverShare() {
        return stalls == 0 ? 0 : caughtEver / (double) stalls;
    }
}
