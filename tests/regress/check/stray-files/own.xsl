nothing is read here
