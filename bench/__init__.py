"""What Kith costs, each figure beside a floor taken in the same run. `./kith bench` runs it; README.md says how."""
