-- RenameIndex
ALTER INDEX "grown" RENAME TO "Member_age_idx";
