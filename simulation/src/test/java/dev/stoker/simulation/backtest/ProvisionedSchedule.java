// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

/**
 * Provisioned concurrency by scheduled actions: for each hour of the week the largest concurrency that this hour had in
 * the part of the scene that does not count, ready at the begin of the hour. In that part it has one environment.
 */
record ProvisionedSchedule() implements Way {
    private static final int HOURS_OF_WEEK = 168;

    @Override
    public String name() {
        return "provisioned concurrency, by hour";
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public Outcome play(Scene scene) {
        Ledger ledger = new Ledger(name(), scene);
        Environments environments = new Environments(scene, ledger.tally(), null);
        int[] byHour = new int[HOURS_OF_WEEK];
        Occupancy occupancy = Occupancy.of(scene);
        int most = 1;
        for (int i = 0; i < scene.intervals() && !scene.measures(i); i++) {
            int hour = hourOfWeek(scene.tick(i));
            byHour[hour] = Math.max(byHour[hour], occupancy.peak(i));
            most = Math.max(most, occupancy.peak(i));
        }
        environments.provision(scene.series().startMillis(), 1);
        long first = scene.measuredFrom() - Math.floorMod(scene.measuredFrom(), Scene.HOUR_MILLIS);
        for (long hour = first; hour < scene.endMillis(); hour += Scene.HOUR_MILLIS) {
            int wanted = byHour[hourOfWeek(hour)];
            environments.provision(hour, wanted == 0 ? most : wanted);
        }
        environments.close(scene.endMillis());
        return ledger.outcome();
    }

    private static int hourOfWeek(long atMillis) {
        return (int) (atMillis / Scene.HOUR_MILLIS % HOURS_OF_WEEK);
    }
}
