"""Figures of dp-accounting that our conversion is held against: dp-accounting.csv beside this file.

    pip install dp-accounting==0.6.0
    python figures.py > dp-accounting.csv

case: gaussians (noise multipliers of Gaussian mechanisms, sensitivity 1, composed), at a delta.
rdp: epsilon of dp-accounting's RDP accountant over 20,000 orders; from above.
exact: epsilon of the one Gaussian mechanism that they compose to; no conversion may tell less.
"""

import math

import dp_accounting
from dp_accounting import rdp

ORDERS = [1 + math.exp(-12 + 36 * i / 20000) for i in range(20001)]
CASES = [[1 / math.sqrt(2 * rho)] for rho in (1e-8, 1e-6, 1e-4, 0.001, 0.01, 0.1, 0.5, 1, 5, 25, 100)]
CASES += [[2.0, 3.0], [10.0] * 24, [40.0, 20.0, 10.0, 5.0]]
DELTAS = [1e-3, 1e-6, 1e-9, 1e-12]

print("gaussians,delta,rdp,exact")
for multipliers in CASES:
    for delta in DELTAS:
        accountant = rdp.RdpAccountant(ORDERS)
        for multiplier in multipliers:
            accountant.compose(dp_accounting.GaussianDpEvent(multiplier))
        one = 1 / math.sqrt(sum(m**-2 for m in multipliers))
        exact = dp_accounting.get_epsilon_gaussian(one, delta)
        print(f"{' '.join(map(repr, multipliers))},{delta!r},{float(accountant.get_epsilon(delta))!r},{float(exact)!r}")
